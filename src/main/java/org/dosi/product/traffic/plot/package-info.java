/// The plots of traffic.
@NullMarked
package org.dosi.product.traffic.plot;

import org.jspecify.annotations.NullMarked;
