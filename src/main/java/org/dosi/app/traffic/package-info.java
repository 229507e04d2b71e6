/// The analyses of traffic as commands, and traffic data from plain files.
@NullMarked
package org.dosi.app.traffic;

import org.jspecify.annotations.NullMarked;
