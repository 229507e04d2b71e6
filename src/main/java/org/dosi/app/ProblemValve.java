package org.dosi.app;

import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.dosi.product.http.Problems;
import org.jspecify.annotations.Nullable;

/// What Tomcat itself refuses, before any of our code is asked (a broken request line, a header of a
/// megabyte), is a problem as well and not a page of HTML. Public, as Tomcat makes it by name.
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String title = status < 500 ? "the request cannot be read" : "the server failed";
        try {
            response.setContentType("application/problem+json");
            response.getOutputStream().write(Problems.bytes(status, title, "HTTP status %d".formatted(status)));
            response.finishResponse();
        } catch (IOException e) {
            // The client is gone; there is nobody to tell.
            container.getLogger().debug(String.format(Locale.ROOT, "problem of status %d not sent", status), e);
        }
    }
}
