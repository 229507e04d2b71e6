/// Where it comes from, as places: dispersion of plumes, and emissions on a grid inferred from a network.
@NullMarked
package org.dosi.kernel.plume;

import org.jspecify.annotations.NullMarked;
