/// The analyses of traffic, and what they are given of the world.
@NullMarked
package org.dosi.analysis.traffic;

import org.jspecify.annotations.NullMarked;
