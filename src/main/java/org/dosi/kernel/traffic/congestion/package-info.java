/// Where traffic jams, how far and how long, how reliable a trip is, and how full a road that is only counted is.
@NullMarked
package org.dosi.kernel.traffic.congestion;

import org.jspecify.annotations.NullMarked;
