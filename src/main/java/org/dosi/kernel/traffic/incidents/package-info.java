/// Incidents: deviations from the baseline, confirmed by neighbours and grouped in space and time.
@NullMarked
package org.dosi.kernel.traffic.incidents;

import org.jspecify.annotations.NullMarked;
