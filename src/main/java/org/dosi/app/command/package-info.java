/// What every command is made of: its session, its data folder, its output, its one-line complaints.
@NullMarked
package org.dosi.app.command;

import org.jspecify.annotations.NullMarked;
