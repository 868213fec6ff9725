package com.example.consumer;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NewController {

	@GetMapping("/new/{*rest}")
	String show(HttpServletRequest request) {
		return request.getRequestURI();
	}

}
