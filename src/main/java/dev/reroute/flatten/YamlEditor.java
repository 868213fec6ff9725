package dev.reroute.flatten;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

import dev.reroute.pattern.Limits;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes YAML in place. SnakeYAML's composer tells where each value starts and ends; a
 * value that an anchor shares, or that is written as a block, is left alone.
 */
final class YamlEditor implements RuleEditor {

	/** Needs no quotes, not even between braces. */
	private static final Pattern PLAIN_ANYWHERE = Pattern.compile("[A-Za-z0-9/][^\\s,\\[\\]{}?\"'#]*(?<!:)");

	/** Needs no quotes in a block. */
	private static final Pattern PLAIN_IN_BLOCK = Pattern.compile("[A-Za-z0-9/][^\\s]*(?<!:)");

	private final String text;

	private final Offsets offsets;

	private final List<Node> rules;

	private final Edits edits = new Edits();

	YamlEditor(String text) {
		this.text = text;
		this.offsets = new Offsets(text);
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(Limits.FILE_LENGTH);
		options.setMaxAliasesForCollections(Limits.ALIASES);
		int bom = this.offsets.bom();
		this.rules = rules(new Yaml(options).compose(new StringReader(text.substring(bom))));
	}

	private static List<Node> rules(@Nullable Node root) {
		Node rules = root;
		if (root instanceof MappingNode mapping) {
			rules = mapping.getValue().isEmpty() ? null : mapping.getValue().get(0).getValueNode();
		}
		return (rules instanceof SequenceNode sequence) ? sequence.getValue() : List.of();
	}

	@Override
	public int size() {
		return this.rules.size();
	}

	@Override
	public boolean canChange(int position, FlattenedRule rule) {
		if (!(this.rules.get(position) instanceof MappingNode mapping) || mapping.getAnchor() != null) {
			return false;
		}
		NodeTuple redirect = entry(mapping, "redirect");
		NodeTuple status = entry(mapping, "status");
		NodeTuple cache = entry(mapping, "cache");
		return redirect != null && isEditable(redirect)
				&& (rule.status() == null || status == null || isEditable(status))
				&& (rule.cache() == null || (cache != null && isEditable(cache)));
	}

	@Override
	public void change(int position, FlattenedRule rule) {
		MappingNode mapping = (MappingNode) this.rules.get(position);
		boolean block = mapping.getFlowStyle() == FlowStyle.BLOCK;
		NodeTuple redirect = entry(mapping, "redirect");
		NodeTuple status = entry(mapping, "status");
		replace(redirect, rule.target(), block);
		if (rule.cache() != null) {
			replace(entry(mapping, "cache"), rule.cache(), block);
		}
		if (rule.status() != null) {
			String code = Integer.toString(rule.status().code());
			if (status != null) {
				replace(status, code, block);
			}
			else if (redirect != null) {
				insertBehind(redirect, "status: " + code, block);
			}
		}
	}

	@Override
	public String text() {
		return this.edits.applyTo(this.text);
	}

	private static @Nullable NodeTuple entry(MappingNode mapping, String key) {
		for (NodeTuple tuple : mapping.getValue()) {
			if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
				return tuple;
			}
		}
		return null;
	}

	private boolean isEditable(NodeTuple tuple) {
		if (!(tuple.getValueNode() instanceof ScalarNode scalar) || scalar.getAnchor() != null) {
			return false;
		}
		char first = this.text.charAt(start(scalar));
		boolean block = scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
		return !block && first != '&' && first != '!' && start(tuple.getKeyNode()) < start(scalar);
	}

	private int start(Node node) {
		return this.offsets.of(node.getStartMark().getIndex());
	}

	private int end(Node node) {
		return this.offsets.of(node.getEndMark().getIndex());
	}

	private void replace(@Nullable NodeTuple tuple, String value, boolean block) {
		if (tuple != null && tuple.getValueNode() instanceof ScalarNode scalar) {
			this.edits.replace(start(scalar), end(scalar), written(value, scalar.getScalarStyle(), block));
		}
	}

	private static String written(String value, ScalarStyle style, boolean block) {
		boolean plain = (block ? PLAIN_IN_BLOCK : PLAIN_ANYWHERE).matcher(value).matches();
		if (style == ScalarStyle.DOUBLE_QUOTED) {
			return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
		}
		return (style == ScalarStyle.PLAIN && plain) ? value : "'" + value.replace("'", "''") + "'";
	}

	/** On a line of its own, with the same indent; between braces behind a comma. */
	private void insertBehind(NodeTuple tuple, String entry, boolean block) {
		int end = end(tuple.getValueNode());
		if (!block) {
			this.edits.insert(end, ", " + entry);
			return;
		}
		int key = start(tuple.getKeyNode());
		int lineStart = this.text.lastIndexOf('\n', key - 1) + 1;
		int lineEnd = this.text.indexOf('\n', end);
		boolean last = lineEnd < 0;
		boolean carriageReturn = !last && this.text.charAt(lineEnd - 1) == '\r';
		String newline = (carriageReturn || (last && this.text.contains("\r\n"))) ? "\r\n" : "\n";
		int at = last ? this.text.length() : carriageReturn ? lineEnd - 1 : lineEnd;
		int indent = key - lineStart - ((lineStart == 0) ? this.offsets.bom() : 0);
		this.edits.insert(at, newline + " ".repeat(indent) + entry);
	}

	/** Marks count code points, behind the byte order mark; a text counts otherwise. */
	private static final class Offsets {

		private final String text;

		private final int bom;

		/** Where characters of two units stand, in code points. */
		private final List<Integer> wide = new ArrayList<>();

		Offsets(String text) {
			this.text = text;
			this.bom = text.startsWith("\uFEFF") ? 1 : 0;
			int codePoint = 0;
			for (int i = this.bom; i < this.text.length(); i++) {
				if (Character.isHighSurrogate(this.text.charAt(i))) {
					this.wide.add(codePoint);
					i++;
				}
				codePoint++;
			}
		}

		int bom() {
			return this.bom;
		}

		int of(int codePoint) {
			int at = Collections.binarySearch(this.wide, codePoint);
			return this.bom + codePoint + ((at < 0) ? -at - 1 : at);
		}

	}

}
