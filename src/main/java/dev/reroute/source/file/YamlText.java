package dev.reroute.source.file;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.reroute.pattern.Limits;
import dev.reroute.rule.Origin;
import dev.reroute.rule.Problem;
import dev.reroute.rule.TextNode;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML. Only SnakeYAML's composer runs: no type is guessed and no object made, and
 * each node knows its line.
 */
final class YamlText {

	private final String name;

	/** Aliases give the same node again; each is turned once, whatever refers to it. */
	private final IdentityHashMap<Node, TextNode> turned = new IdentityHashMap<>();

	private YamlText(String name) {
		this.name = name;
	}

	static TextNode parse(String text, String name) throws InvalidFileException {
		return new YamlText(name).parse(text);
	}

	private TextNode parse(String text) throws InvalidFileException {
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(Limits.FILE_LENGTH);
		options.setMaxAliasesForCollections(Limits.ALIASES);
		Node root;
		try {
			root = new Yaml(options).compose(new StringReader(text));
		}
		catch (MarkedYAMLException ex) {
			throw invalid("bad-yaml", ex.getProblemMark(), "YAML", "something else (" + ex.getProblem() + ")");
		}
		catch (ReaderException ex) {
			int line = (int) text.codePoints().limit(ex.getPosition()).filter((c) -> c == '\n').count() + 1;
			throw new InvalidFileException(Problem.of("bad-yaml", new Origin(this.name, line, 0), null,
					"printable characters", "U+%04X".formatted(ex.getCodePoint())));
		}
		catch (YAMLException ex) {
			throw invalid("bad-yaml", null, "YAML", "something else (" + ex.getMessage() + ")");
		}
		if (root == null) {
			throw invalid("empty-file", null, "rules under 'rules'", "nothing but comments");
		}
		return turn(root);
	}

	private TextNode turn(Node node) throws InvalidFileException {
		TextNode known = this.turned.get(node);
		if (known != null) {
			return known;
		}
		if (this.turned.containsKey(node)) {
			throw invalid("bad-yaml", node.getStartMark(), "an alias to something else", "an alias to itself");
		}
		this.turned.put(node, null);
		TextNode turnedNode;
		if (node instanceof MappingNode mapping) {
			turnedNode = turnMapping(mapping);
		}
		else if (node instanceof SequenceNode sequence) {
			List<TextNode> items = new ArrayList<>();
			for (Node item : sequence.getValue()) {
				items.add(turn(item));
			}
			turnedNode = new TextNode.Listing(origin(node.getStartMark()), items);
		}
		else {
			boolean nothing = node.getTag().equals(Tag.NULL);
			turnedNode = new TextNode.Scalar(origin(node.getStartMark()),
					nothing ? null : ((ScalarNode) node).getValue());
		}
		this.turned.put(node, turnedNode);
		return turnedNode;
	}

	private TextNode turnMapping(MappingNode mapping) throws InvalidFileException {
		Map<String, TextNode> entries = new LinkedHashMap<>();
		for (NodeTuple tuple : mapping.getValue()) {
			Mark mark = tuple.getKeyNode().getStartMark();
			if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
				throw invalid("bad-yaml", mark, "text as a key", "a list or keys with values (quote text with braces)");
			}
			if (entries.put(key.getValue(), turn(tuple.getValueNode())) != null) {
				throw invalid("duplicate-key", mark, "each key once", Problem.quoted(key.getValue()) + " again");
			}
		}
		return new TextNode.Mapping(origin(mapping.getStartMark()), entries);
	}

	private Origin origin(@Nullable Mark mark) {
		return (mark == null) ? Origin.of(this.name) : new Origin(this.name, mark.getLine() + 1, mark.getColumn() + 1);
	}

	private InvalidFileException invalid(String code, @Nullable Mark mark, String expected, String got) {
		return new InvalidFileException(Problem.of(code, origin(mark), null, expected, got));
	}

}
