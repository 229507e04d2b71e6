/// What traffic gives off: hot exhaust by speed, speeds by saturation, and flows of links that nobody counts.
@NullMarked
package org.dosi.kernel.traffic.environment;

import org.jspecify.annotations.NullMarked;
