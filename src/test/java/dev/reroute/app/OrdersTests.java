package dev.reroute.app;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrdersTests {

	private final Orders orders = new Orders();

	@Test
	void placedOrderIsFound() {
		Order order = this.orders.place(new Order.Draft("tea", 2));
		assertThat(order).isEqualTo(new Order(1, "tea", 2));
		assertThat(this.orders.find(1)).contains(order);
	}

	@Test
	void quantityIsOneIfItIsLeftOut() {
		assertThat(this.orders.place(new Order.Draft("tea", null)).quantity()).isOne();
	}

	@Test
	void oldOrdersMakeRoomForNewOnes() {
		for (int i = 0; i <= Orders.CAPACITY; i++) {
			this.orders.place(new Order.Draft("tea", i));
		}
		assertThat(this.orders.find(1)).isEmpty();
		assertThat(this.orders.find(2)).isPresent();
		assertThat(this.orders.find(Orders.CAPACITY + 1)).isPresent();
	}

}
