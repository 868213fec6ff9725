package dev.reroute.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * The latest orders, in memory. Old ones make room for new ones, so that nobody can fill
 * the memory of a demo by ordering.
 */
@Demo
@Component
class Orders {

	static final int CAPACITY = 1_000;

	private final Map<Long, Order> byId = new HashMap<>();

	private long lastId;

	synchronized Order place(Order.Draft draft) {
		Order order = draft.withId(++this.lastId);
		this.byId.put(order.id(), order);
		this.byId.remove(order.id() - CAPACITY);
		return order;
	}

	synchronized Optional<Order> find(long id) {
		return Optional.ofNullable(this.byId.get(id));
	}

}
