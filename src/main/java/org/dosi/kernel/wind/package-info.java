/// Where it comes from, as a direction: roses, polar plots, wind regression, clusters, back trajectories.
///
/// Wind directions are where the wind comes from, degrees clockwise from north; 0 and 360 are one direction.
@NullMarked
package org.dosi.kernel.wind;

import org.jspecify.annotations.NullMarked;
