/// `main`, the command line, configuration and wiring. Start with [Main]; each command is a class of its own.
///
/// A command never knows whether it runs in its own process or inside a server that owns the data folder:
/// it speaks to a [Session], which has the store, the two outputs and the folder that relative paths start
/// from.
@NullMarked
package org.dosi.app;

import org.jspecify.annotations.NullMarked;
