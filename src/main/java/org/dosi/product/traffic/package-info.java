/// Traffic for people and machines: every analysis with its plot, over HTTP.
@NullMarked
package org.dosi.product.traffic;

import org.jspecify.annotations.NullMarked;
