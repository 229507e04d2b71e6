/// Statistics that no single science owns: quantiles, robust trends, resampling, smoothers, trees.
///
/// Randomness comes in as a seed: the same inputs give the same bytes.
@NullMarked
package org.dosi.kernel.stat;

import org.jspecify.annotations.NullMarked;
