package dev.reroute.importer;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.reroute.importer.apache.ApacheImporter;
import dev.reroute.importer.cloudflare.BulkRedirectsImporter;
import dev.reroute.importer.cloudflare.CloudflareImporter;
import dev.reroute.importer.netlify.NetlifyImporter;
import dev.reroute.importer.nextjs.NextJsImporter;
import dev.reroute.importer.nginx.NginxImporter;
import dev.reroute.importer.table.TableImporter;
import dev.reroute.importer.tuckey.TuckeyImporter;
import dev.reroute.importer.wordpress.WordPressImporter;
import dev.reroute.rule.RuleSettings;
import org.jspecify.annotations.Nullable;

/**
 * The foreign formats, each with what its files are called.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions below have no state
public enum ImportFormat {

	/** {@code _redirects} and {@code netlify.toml}. */
	NETLIFY("_redirects or netlify.toml", NetlifyImporter::new,
			(name) -> name.equals("_redirects") || name.equals("netlify.toml")),

	/** {@code _redirects} of Cloudflare Pages and Workers, which has other defaults. */
	CLOUDFLARE("_redirects of Pages and Workers", CloudflareImporter::new, (name) -> false),

	/** CSV of Cloudflare's Bulk Redirects. */
	CLOUDFLARE_BULK("CSV of Bulk Redirects", BulkRedirectsImporter::new, (name) -> false),

	/** {@code .htaccess} and server configuration of Apache httpd. */
	APACHE(".htaccess or httpd.conf", ApacheImporter::new,
			(name) -> name.endsWith(".htaccess") || name.equals("httpd.conf") || name.equals("apache2.conf")),

	/** Configuration of nginx. */
	NGINX("nginx.conf", NginxImporter::new, (name) -> name.equals("nginx.conf")),

	/** {@code redirects} and {@code rewrites} of Next.js and Vercel as JSON. */
	NEXTJS("vercel.json, or redirects and rewrites of Next.js as JSON", NextJsImporter::new,
			(name) -> name.equals("vercel.json")),

	/** {@code urlrewrite.xml} of Tuckey's UrlRewriteFilter. */
	TUCKEY("urlrewrite.xml", TuckeyImporter::new, (name) -> name.equals("urlrewrite.xml")),

	/** Export of the WordPress plugin Redirection, CSV or JSON. */
	WORDPRESS("export of the Redirection plugin, CSV or JSON", WordPressImporter::new, (name) -> false),

	/** A table of two or three columns, with or without a header. */
	TABLE("CSV or TSV of old URL, new URL and perhaps status", TableImporter::new, (name) -> name.endsWith(".tsv"));

	private final String description;

	private final Supplier<RuleImporter> importer;

	private final Predicate<String> recognizes;

	ImportFormat(String description, Supplier<RuleImporter> importer, Predicate<String> recognizes) {
		this.description = description;
		this.importer = importer;
		this.recognizes = recognizes;
	}

	/**
	 * The format of a name.
	 * @param name a name such as {@code cloudflare-bulk}
	 * @return the format, or {@code null}
	 */
	public static @Nullable ImportFormat named(String name) {
		return Arrays.stream(values()).filter((format) -> format.toString().equals(name)).findFirst().orElse(null);
	}

	/**
	 * The format that a file has to judge by its name.
	 * @param fileName the name, without the directory
	 * @return the format, or {@code null} if the name does not tell
	 */
	public static @Nullable ImportFormat of(String fileName) {
		String name = fileName.toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter((format) -> format.recognizes.test(name)).findFirst().orElse(null);
	}

	/**
	 * The format that a location names in front, as {@code netlify:file:./_redirects}
	 * does.
	 * @param location the location
	 * @return the format, or {@code null}
	 */
	public static @Nullable ImportFormat inFrontOf(String location) {
		int colon = location.indexOf(':');
		return (colon > 0) ? named(location.substring(0, colon)) : null;
	}

	/**
	 * A location without this format in front.
	 * @param location a location that has it
	 * @return what stands behind it
	 */
	public String cutFrom(String location) {
		return location.substring(toString().length() + 1);
	}

	/**
	 * The names of all formats.
	 * @return the names, with commas
	 */
	public static String names() {
		return Arrays.stream(values()).map(ImportFormat::toString).collect(Collectors.joining(", "));
	}

	/**
	 * Read a text.
	 * @param text the text, possibly behind a byte order mark
	 * @param name what to call it in messages, such as its file
	 * @param settings what holds for all rules
	 * @return what became of it
	 */
	public ImportResult read(String text, String name, RuleSettings settings) {
		ImportLog log = new ImportLog(name, settings);
		this.importer.get().read(text.startsWith("\uFEFF") ? text.substring(1) : text, log);
		return log.result();
	}

	/**
	 * Whether a line of it is never very long; JSON may well be a single line.
	 * @return whether a directive is a line or a few of them
	 */
	public boolean isLineByLine() {
		return this != NEXTJS && this != WORDPRESS;
	}

	/**
	 * What files of this format are.
	 * @return a few words
	 */
	public String description() {
		return this.description;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
