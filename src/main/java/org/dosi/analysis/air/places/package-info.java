/// Where it comes from as places on the map: sources sought from all stations together.
@NullMarked
package org.dosi.analysis.air.places;

import org.jspecify.annotations.NullMarked;
