/// Where it comes from as a direction: roses, polar plots, wind regression, tests against chance, trajectories.
@NullMarked
package org.dosi.analysis.air.direction;

import org.jspecify.annotations.NullMarked;
