/// The plots of the analyses of air, one class each, and the words and marks that several of them share.
@NullMarked
package org.dosi.product.air.plot;

import org.jspecify.annotations.NullMarked;
