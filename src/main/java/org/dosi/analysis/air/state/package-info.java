/// What the air is like: averages, the law's statistics, the index, advisories and warnings, the surface over a city.
@NullMarked
package org.dosi.analysis.air.state;

import org.jspecify.annotations.NullMarked;
