/// The state of the air: averages, the air-quality index, advisories, what is local and what is carried in.
@NullMarked
package org.dosi.kernel.air;

import org.jspecify.annotations.NullMarked;
