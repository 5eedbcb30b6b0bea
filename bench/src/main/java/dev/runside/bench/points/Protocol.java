package dev.runside.bench.points;

import java.time.Instant;

/** How the series of some hops are put into one request. Good before bad, route after route. */
enum Protocol {
    OTLP {
        @Override
        Form form(Estate estate, int first, int end, Instant since) {
            var request = new Wire();
            for (int hop = first; hop < end; hop++) {
                request.message(1, resource(estate, hop, since));
            }
            return Form.of(request.bytes(), series(estate, first, end), Form.Times.OTLP);
        }
    },
    REMOTE_WRITE {
        @Override
        Form form(Estate estate, int first, int end, Instant since) {
            var request = new Wire();
            for (int hop = first; hop < end; hop++) {
                for (int route = 0; route < estate.routes(); route++) {
                    request.message(1, timeSeries(hop, route, "ok"));
                    request.message(1, timeSeries(hop, route, "miss"));
                }
            }
            return Form.of(
                    Snappy.block(request.bytes()),
                    series(estate, first, end),
                    Form.Times.REMOTE_WRITE);
        }
    };

    private static final int CUMULATIVE = 2;
    private static final long SOME_MILLIS = 1_700_000_000_000L;

    abstract Form form(Estate estate, int first, int end, Instant since);

    private static int series(Estate estate, int first, int end) {
        return 2 * (end - first) * estate.routes();
    }

    private static Wire resource(Estate estate, int hop, Instant since) {
        var sum = new Wire();
        for (int route = 0; route < estate.routes(); route++) {
            sum.message(1, point(route, "ok", since));
            sum.message(1, point(route, "miss", since));
        }
        sum.number(2, CUMULATIVE).number(3, 1);
        Wire metric = new Wire().text(1, Estate.METRIC).text(3, "{request}").message(7, sum);
        Wire scope = new Wire().message(1, new Wire().text(1, "relay")).message(2, metric);
        Wire resource = new Wire().message(1, attribute("service.name", Estate.service(hop)));
        return new Wire().message(1, resource).message(2, scope);
    }

    private static Wire point(int route, String result, Instant since) {
        return new Wire()
                .message(7, attribute("route", Estate.route(route)))
                .message(7, attribute("result", result))
                .fixed(2, since.toEpochMilli() * 1_000_000)
                .fixed(3, 0)
                .fixed(4, Form.MARK);
    }

    private static Wire attribute(String name, String value) {
        return new Wire().text(1, name).message(2, new Wire().text(1, value));
    }

    private static Wire timeSeries(int hop, int route, String result) {
        return new Wire()
                .message(1, label("__name__", Estate.METRIC.replace('.', '_') + "_total"))
                .message(1, label("result", result))
                .message(1, label("route", Estate.route(route)))
                .message(1, label("service", Estate.service(hop)))
                .message(2, new Wire().fixed(1, Form.MARK).number(2, SOME_MILLIS));
    }

    private static Wire label(String name, String value) {
        return new Wire().text(1, name).text(2, value);
    }
}
