/// What the air is like, where it comes from and how much is our own: the analyses of `./dosi air`, on a store or
/// on a plain file. Start at [org.dosi.analysis.air.AirAnalysis] and its plainest case,
/// [org.dosi.analysis.air.state.AverageAnalysis]. Here lies what an analysis is and what it is given; the analyses
/// themselves lie in the packages below.
@NullMarked
package org.dosi.analysis.air;

import org.jspecify.annotations.NullMarked;
