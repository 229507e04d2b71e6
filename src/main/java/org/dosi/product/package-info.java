/// Findings and observations as OGC API – Features, DCAT, and JSON for the page; the built page itself lies
/// in the resources under `web`.
///
/// Start with [Products], which lists every route; docs/api.md is the contract. A request is read by
/// `Query`, an
/// answer is written by `Answers`, and what goes wrong becomes an RFC 9457 problem in `Problems`.
@NullMarked
package org.dosi.product;

import org.jspecify.annotations.NullMarked;
