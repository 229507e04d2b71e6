/// What kinds of source there are: positive matrix factorisation and its error estimates.
@NullMarked
package org.dosi.kernel.factors;

import org.jspecify.annotations.NullMarked;
