/// Analyses with their plots and forms, and the way to all of them over HTTP.
@NullMarked
package org.dosi.product.offer;

import org.jspecify.annotations.NullMarked;
