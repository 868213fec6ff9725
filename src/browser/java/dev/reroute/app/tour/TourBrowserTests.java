package dev.reroute.app.tour;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.reroute.app.DemoTest;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tour in a real browser: {@code -Dbrowser.path} names another one. Screenshots go to
 * {@code target/tour}, to be looked at.
 */
@DemoTest
class TourBrowserTests {

	private static final Path SCREENSHOTS = Path.of("target", "tour");

	private static Playwright playwright;

	private static Browser browser;

	private final List<String> complaints = new ArrayList<>();

	@LocalServerPort
	private int port;

	@BeforeAll
	static void startBrowser() {
		playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		browser = playwright.chromium()
			.launch(new BrowserType.LaunchOptions()
				.setExecutablePath(Path.of(System.getProperty("browser.path", "/usr/bin/chromium")))
				.setArgs(List.of("--no-sandbox", "--disable-background-networking", "--disable-component-update",
						"--disable-sync")));
	}

	@AfterAll
	static void stopBrowser() {
		playwright.close();
	}

	@ParameterizedTest
	@CsvSource({ "LIGHT, 1280", "DARK, 1280", "LIGHT, 768", "LIGHT, 360", "DARK, 360", "LIGHT, 320" })
	void everyExampleRunsByKeyboardAndFitsThePage(ColorScheme scheme, int width) {
		try (BrowserContext context = context(scheme, width)) {
			Page page = open(context);
			assertNoHorizontalScroll(page);
			screenshot(page, scheme, width, "before");
			for (Example example : Example.ALL) {
				run(page, example);
			}
			assertNoHorizontalScroll(page);
			page.evaluate("scrollTo(0, 0)");
			screenshot(page, scheme, width, "after");
		}
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void everythingIsReachedWithTheTabKey() {
		try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
			Page page = open(context);
			page.keyboard().press("Tab");
			assertThat(page.locator(".skip")).isFocused();
			List<String> reached = new ArrayList<>();
			while (reached.size() < Example.ALL.size()) {
				page.keyboard().press("Tab");
				Object name = page.evaluate("document.activeElement?.dataset?.example ?? null");
				if (name != null) {
					reached.add((String) name);
				}
				assertThat(page.evaluate("document.activeElement === document.body")).as("end of the page")
					.isEqualTo(false);
			}
			assertThat(reached).containsExactlyInAnyOrderElementsOf(Example.ALL.stream().map(Example::name).toList());
		}
	}

	@Test
	void whatTheEndpointReceivedIsShownAsText() {
		try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
			Page page = open(context);
			run(page, Example.find("post-307").orElseThrow());
			Locator result = page.locator("#statuses .result");
			assertThat(result.locator(".summary")).hasText("2 requests: 307, then 200");
			assertThat(result.locator(".hop").first()).containsText("Location: /new");
			assertThat(result.locator(".hop").last()).containsText("\"tea\": \"green\"");
		}
	}

	@Test
	void stoppedServerIsSaid() {
		try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
			Page page = open(context);
			page.route("**/tour/run/**", (route) -> route.abort());
			page.locator("[data-example=home]").press("Enter");
			assertThat(page.locator("#redirect .summary").first()).containsText("did not answer");
		}
	}

	@Test
	void pageCanBeReadWithoutScript() {
		try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
			Page page = open(context);
			assertThat(page.locator("button[data-example]").first()).isHidden();
			assertThat(page.getByText("GET /old?x=1").first()).isVisible();
			assertThat(page.locator("noscript p")).isVisible();
		}
	}

	@Test
	void documentationLinksTheTour() {
		try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
			Page page = context.newPage();
			page.navigate(url("/docs"));
			Page tour = context.waitForPage(() -> page.getByText("Take the tour").click());
			assertThat(tour).hasURL(url("/tour"));
		}
	}

	private void run(Page page, Example example) {
		Locator button = page.locator("[data-example=" + example.name() + "]");
		Locator result = button.locator("xpath=ancestor::*[contains(@class, 'try')]").locator(".result");
		button.focus();
		button.press("Enter");
		String target = example.targetIn("");
		assertThat(result.locator(".hop").first()).containsText(example.method() + " " + target,
				new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
		assertThat(result.locator(".summary")).containsText("request");
		assertThat(button).isFocused();
	}

	private BrowserContext context(ColorScheme scheme, int width) {
		return browser.newContext(new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 800));
	}

	private Page open(BrowserContext context) {
		Page page = context.newPage();
		page.onConsoleMessage((message) -> this.complaints.add(message.text()));
		page.onPageError(this.complaints::add);
		page.onRequestFailed((request) -> this.complaints.add(request.url()));
		page.navigate(url("/tour"));
		return page;
	}

	private String url(String path) {
		return "http://localhost:" + this.port + path;
	}

	private static void assertNoHorizontalScroll(Page page) {
		assertThat(page.evaluate("""
				() => document.documentElement.scrollWidth <= innerWidth ? []
					: [...document.querySelectorAll('body *')]
						.filter((node) => node.getBoundingClientRect().right > innerWidth)
						.map((node) => node.outerHTML.slice(0, 80))""")).asInstanceOf(InstanceOfAssertFactories.LIST)
			.as("elements that stick out")
			.isEmpty();
	}

	private static void screenshot(Page page, ColorScheme scheme, int width, String when) {
		String name = "%s-%d-%s.png".formatted(scheme.name().toLowerCase(Locale.ROOT), width, when);
		page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name)).setFullPage(true));
	}

}
