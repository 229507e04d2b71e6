/// Traffic's environment: the flow of every link, and what it gives off to the air and to the ear.
@NullMarked
package org.dosi.analysis.traffic.environment;

import org.jspecify.annotations.NullMarked;
