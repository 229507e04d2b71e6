/// Plots: drawn once, as SVG or as pixels, in either language, light or dark. A [Drawing] draws on a [Canvas];
/// [Axis], [Chart] and [Ramp] are what most drawings are made of.
@NullMarked
package org.dosi.product.plot;

import org.jspecify.annotations.NullMarked;
