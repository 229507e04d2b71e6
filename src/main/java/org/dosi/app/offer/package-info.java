/// An analysis as a command: its options, and its finding in a file of any form.
@NullMarked
package org.dosi.app.offer;

import org.jspecify.annotations.NullMarked;
