/// The plots of traffic: each draws one finding on any canvas.
@NullMarked
package org.dosi.product.traffic.plot;

import org.jspecify.annotations.NullMarked;
