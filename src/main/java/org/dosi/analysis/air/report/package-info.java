/// The other analyses gathered for a city and a period.
@NullMarked
package org.dosi.analysis.air.report;

import org.jspecify.annotations.NullMarked;
