/// The columns on disk: append, scan, verify. One folder holds a city; one process owns it.
///
/// Start with [ObservationStore], the port; [CityStores] opens one. What lies in the folder, table by
/// table, is written in `Schema`, where it is coded.
@NullMarked
package org.dosi.store;

import org.jspecify.annotations.NullMarked;
