package dev.reroute.importer.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.pattern.CaseFolding;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a regular expression without a request: in which texts it is found,
 * in which it is not. In doubt, and if nobody can read it, it may be.
 */
public final class SearchedRegex {

	/** Whether it is found. */
	public enum Found {

		YES, NO, MAYBE

	}

	/**
	 * A text of which perhaps only both ends are known.
	 *
	 * @param start how it begins
	 * @param whole whether that is all of it
	 * @param end how it ends
	 */
	public record Known(String start, boolean whole, String end) {

		public static Known of(String text) {
			return new Known(text, true, text);
		}

		public static Known startingWith(String start) {
			return new Known(start, false, "");
		}

	}

	/** None if it cannot be read. */
	private final List<Branch> branches;

	private final boolean ignoreCase;

	private final List<String> prefixes;

	/** The text that each branch begins with, without regard to case. */
	private final List<String> literals;

	private @Nullable Pattern compiled;

	private SearchedRegex(List<Branch> branches, boolean ignoreCase) {
		this.branches = branches;
		this.ignoreCase = ignoreCase;
		this.prefixes = branches.isEmpty() ? List.of("")
				: branches.stream().flatMap((branch) -> branch.prefixes().stream()).distinct().toList();
		this.literals = branches.stream().map((branch) -> CaseFolding.fold(branch.literalPrefix())).toList();
	}

	/**
	 * Create for a regular expression.
	 * @param regex the text
	 * @param ignoreCase whether it is searched for without regard to case
	 * @return what can be said of it
	 */
	public static SearchedRegex of(String regex, boolean ignoreCase) {
		try {
			return of(ForeignRegex.parse(regex), ignoreCase);
		}
		catch (NotTranslatableException ex) {
			return new SearchedRegex(List.of(), ignoreCase);
		}
	}

	/**
	 * Create for a regular expression.
	 * @param regex the regular expression
	 * @param ignoreCase whether it is searched for without regard to case
	 * @return what can be said of it
	 */
	public static SearchedRegex of(ForeignRegex regex, boolean ignoreCase) {
		return new SearchedRegex(regex.branches(), ignoreCase || regex.ignoresCase());
	}

	/**
	 * Whether it is found in every text.
	 * @return whether it is for sure
	 */
	public boolean isEverything() {
		return this.branches.stream().anyMatch(Branch::isEverything);
	}

	/**
	 * Whether its first group is the text as a whole, whatever that is.
	 * @return whether it is for sure
	 */
	public boolean capturesAll() {
		return this.branches.size() == 1 && this.branches.get(0).capturesAll();
	}

	/**
	 * Whether it is found in all texts but the empty one, and in that not.
	 * @return whether it is for sure
	 */
	public boolean isSomething() {
		return this.branches.size() == 1 && this.branches.get(0).isSomething();
	}

	/**
	 * Whether it is found in the empty text alone.
	 * @return whether it is for sure
	 */
	public boolean isNothing() {
		return this.branches.size() == 1 && this.branches.get(0).isWhole() && this.branches.get(0).parts().isEmpty();
	}

	/**
	 * The only text in which it is found. A slash in front of which there may be none is
	 * left out.
	 * @return the text; {@code null} if there may be others
	 */
	public @Nullable String literal() {
		return (this.branches.size() == 1 && this.branches.get(0).isWhole() && this.branches.get(0).isLiteral())
				? this.prefixes.get(0) : null;
	}

	/**
	 * Each text in which it is found begins with one of these.
	 * @return texts, at least one, which may be empty
	 */
	public List<String> prefixes() {
		return this.prefixes;
	}

	/**
	 * Whether a group finds a slash first, if it finds anything.
	 * @param number the number of the group
	 * @param wholePath whether what is searched begins with a slash
	 * @return whether it does for sure
	 */
	public boolean groupBeginsWithSlash(int number, boolean wholePath) {
		return number > 0
				&& this.branches.stream().anyMatch((branch) -> branch.groupBeginsWithSlash(number, wholePath));
	}

	/**
	 * Search a text.
	 * @param text the text
	 * @return the match; {@code null} if there is none, or it cannot be said
	 */
	public @Nullable Matcher find(String text) {
		Pattern pattern = compiled();
		Matcher matcher = (pattern != null) ? pattern.matcher(text) : null;
		return (matcher != null && matcher.find()) ? matcher : null;
	}

	/** Compiled when it is needed, which it seldom is. */
	private @Nullable Pattern compiled() {
		boolean readable = this.branches.stream().noneMatch(Branch::holdsLook) && !this.branches.isEmpty();
		if (this.compiled == null && readable) {
			String regex = this.branches.stream().map(Branch::searched).collect(Collectors.joining("|"));
			try {
				this.compiled = Pattern.compile(regex,
						Pattern.DOTALL | (this.ignoreCase ? Pattern.CASE_INSENSITIVE : 0));
			}
			catch (PatternSyntaxException ex) {
				// too large for RE2 as a whole
				return null;
			}
		}
		return this.compiled;
	}

	/**
	 * Whether it is found in a text.
	 * @param text what is known of the text
	 * @return whether it is
	 */
	public Found finds(Known text) {
		if (isEverything()) {
			return Found.YES;
		}
		if (text.whole()) {
			if (this.prefixes.stream().noneMatch((prefix) -> begins(text.start(), prefix))) {
				return Found.NO;
			}
			return (compiled() == null) ? Found.MAYBE : (find(text.start()) != null) ? Found.YES : Found.NO;
		}
		List<Found> all = new ArrayList<>();
		this.branches.forEach((branch) -> all.add(finds(branch, text)));
		return all.contains(Found.YES) ? Found.YES
				: (all.isEmpty() || all.contains(Found.MAYBE)) ? Found.MAYBE : Found.NO;
	}

	private Found finds(Branch branch, Known text) {
		boolean possible = false;
		for (String prefix : branch.prefixes()) {
			boolean beyond = begins(text.start(), prefix);
			if (beyond && branch.isLiteral() && branch.startAnchored() && !branch.endAnchored()) {
				return Found.YES;
			}
			possible |= begins(prefix, text.start()) || (beyond && !(branch.isLiteral() && branch.isWhole()));
		}
		return (possible && branch.fitsEnd(text.end(), this.ignoreCase)) ? Found.MAYBE : Found.NO;
	}

	/**
	 * Whether it may be found in the empty text, as which some see what is not there.
	 * @return whether it may; in doubt it may
	 */
	public boolean mayBeFoundInNothing() {
		return finds(Known.of("")) != Found.NO;
	}

	/**
	 * Whether it may be found in what a target becomes. A regular expression that begins
	 * with text and is anchored at neither end is looked for at the start and in the
	 * target's own texts, but not in what fills the gaps.
	 * @param texts the target's own texts; between them anything may stand
	 * @return whether it may be found; in doubt it may
	 */
	public boolean mayBeFoundIn(List<String> texts) {
		if (texts.size() == 1 || this.branches.isEmpty()) {
			return finds(Known.of(texts.get(0))) != Found.NO;
		}
		for (int i = 0; i < this.branches.size(); i++) {
			Branch branch = this.branches.get(i);
			boolean atEnd = branch.endAnchored() && !branch.startAnchored();
			if ((atEnd || mayHold(texts, this.literals.get(i))) && branch.mayBeFoundIn(texts, this.ignoreCase)) {
				return true;
			}
		}
		return false;
	}

	/** A long list asks this for each pair of its rules, so that it must be quick. */
	private static boolean mayHold(List<String> texts, String literal) {
		for (int i = 0; i < texts.size(); i++) {
			String text = CaseFolding.fold(texts.get(i));
			if (text.contains(literal) || (i == 0 && literal.startsWith(text))) {
				return true;
			}
		}
		return false;
	}

	private boolean begins(String text, String start) {
		return this.ignoreCase ? CaseFolding.fold(text).startsWith(CaseFolding.fold(start)) : text.startsWith(start);
	}

}
