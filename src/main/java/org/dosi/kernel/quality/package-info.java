/// Tests of single observations: is this value possible, does it move, does it fit its neighbours and its
/// companions?
///
/// The kernels see dense rows: one double for each step of time, NaN where nothing was measured or where
/// another test has already condemned the value. A test adds its mark to the cells that it doubts and
/// never changes a value. Start with [RangeTest], the simplest; [FlatLine], [NetworkSpike], [LoneSpike]
/// and [ProfileSpike] judge rows, [Psychrometry] judges temperature against humidity and [ParticleOrder]
/// PM2.5 against PM10.
///
/// The order of the tests follows WMO-No. 8, Guide to Instruments and Methods of Observation, volume V
/// chapter 1 (range, step, persistence, internal and spatial consistency) and the automatic tests of
/// QARTOD (IOOS, gross range, spike, flat line).
@NullMarked
package org.dosi.kernel.quality;

import org.jspecify.annotations.NullMarked;
