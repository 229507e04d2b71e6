/// `main`, the command line, configuration and wiring: every object is made by hand here.
@NullMarked
package org.dosi.app;

import org.jspecify.annotations.NullMarked;
