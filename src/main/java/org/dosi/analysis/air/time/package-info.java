/// How the air changes: by hour, weekday and month, from year to year, and without the weather's part.
@NullMarked
package org.dosi.analysis.air.time;

import org.jspecify.annotations.NullMarked;
