package dev.runside.server.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own Chromium. What a page complains about in its console is kept. */
final class Browser implements AutoCloseable {

    private static final Path SHOTS = Path.of("target", "screenshots");

    /** Chromium says so of every 4xx; whether one was due is the test's to check. */
    private static final String REFUSED =
            "Failed to load resource: the server responded with a status of 4";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final int port;
    private final List<String> complaints = new ArrayList<>();

    Browser(int port) {
        this.port = port;
        this.playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium =
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions().setExecutablePath(installed()));
    }

    private static Path installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder ->
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(
                                "The tests of the pages need Chromium; install it by: apt-get install -y chromium"));
    }

    /** On a desk, by day. */
    Page page(String sessionCookie) {
        return page(sessionCookie, 1280, 900, ColorScheme.LIGHT);
    }

    Page page(String sessionCookie, int width, int height, ColorScheme scheme) {
        return page(
                sessionCookie,
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme));
    }

    Page pageWithoutScript(String sessionCookie, ColorScheme scheme) {
        return page(
                sessionCookie,
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setColorScheme(scheme));
    }

    /** A page of its own, signed in by this cookie; empty for nobody. */
    private Page page(
            String sessionCookie, com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options.setBaseURL(address()));
        if (!sessionCookie.isEmpty()) {
            String[] cookie = sessionCookie.split("=", 2);
            context.addCookies(
                    List.of(new Cookie(cookie[0], cookie[1]).setUrl(address()).setHttpOnly(true)));
        }
        return listenedTo(context.newPage());
    }

    private Page listenedTo(Page page) {
        page.onConsoleMessage(message -> {
            boolean bad = message.type().equals("error") || message.type().equals("warning");
            if (bad && !message.text().startsWith(REFUSED)) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** What pages complained about so far; forgotten by asking. */
    List<String> complaints() {
        List<String> told = List.copyOf(complaints);
        complaints.clear();
        return told;
    }

    void shoot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SHOTS.resolve(name + ".png"))
                        .setFullPage(true));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
