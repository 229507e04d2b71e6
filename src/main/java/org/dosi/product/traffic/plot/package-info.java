/// How findings about traffic are drawn.
@NullMarked
package org.dosi.product.traffic.plot;

import org.jspecify.annotations.NullMarked;
