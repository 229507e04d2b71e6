/// Kinds of pollution in measured species: positive matrix factorisation.
@NullMarked
package org.dosi.analysis.air.factors;

import org.jspecify.annotations.NullMarked;
