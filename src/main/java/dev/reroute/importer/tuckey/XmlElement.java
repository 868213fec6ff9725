package dev.reroute.importer.tuckey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An element with what stands in it.
 */
final class XmlElement {

	private final String name;

	private final Map<String, String> attributes;

	private final int line;

	private final StringBuilder text = new StringBuilder();

	private final List<XmlElement> children = new ArrayList<>();

	private boolean interrupted;

	XmlElement(String name, Map<String, String> attributes, int line) {
		this.name = name;
		this.attributes = attributes;
		this.line = line;
	}

	String name() {
		return this.name;
	}

	int line() {
		return this.line;
	}

	List<XmlElement> children() {
		return this.children;
	}

	void add(XmlElement child) {
		this.children.add(child);
	}

	void add(String more) {
		this.text.append(more);
	}

	/** A comment or CDATA begins in it. */
	void interrupt() {
		this.interrupted = true;
	}

	/** Whether not all of its text is a single one. */
	boolean isInterrupted() {
		return this.interrupted;
	}

	/** Its own text, without space around it. */
	String text() {
		return this.text.toString().strip();
	}

	/** An attribute without space around it; empty if it is not there. */
	String attribute(String key) {
		return this.attributes.getOrDefault(key, "").strip();
	}

	boolean isOn(String key) {
		return attribute(key).equalsIgnoreCase("true");
	}

	/** The first child of a name. */
	@Nullable XmlElement child(String childName) {
		List<XmlElement> all = children(childName);
		return all.isEmpty() ? null : all.get(0);
	}

	List<XmlElement> children(String childName) {
		return this.children.stream().filter((child) -> child.name.equals(childName)).toList();
	}

	/** The element on one line, as it may have stood in the file. */
	@Override
	public String toString() {
		StringBuilder line = new StringBuilder("<").append(this.name);
		this.attributes.forEach((key, value) -> line.append(' ').append(key).append("=\"").append(value).append('"'));
		String inside = text().replaceAll("\\s+", " ");
		if (inside.isEmpty() && this.children.isEmpty()) {
			return line.append("/>").toString();
		}
		line.append('>').append(inside);
		this.children.forEach(line::append);
		return line.append("</").append(this.name).append('>').toString();
	}

}
