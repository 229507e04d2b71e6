/// How traffic moves: what is usual at each detector, what departs from it, what comes next.
@NullMarked
package org.dosi.kernel.traffic;

import org.jspecify.annotations.NullMarked;
