/// Geometry of the city in metres: which link carries which counted direction.
@NullMarked
package org.dosi.kernel.geo;

import org.jspecify.annotations.NullMarked;
