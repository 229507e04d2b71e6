/// Numbers, units and tables as people and scripts read them.
@NullMarked
package org.dosi.product.text;

import org.jspecify.annotations.NullMarked;
