// Loaded before every server spec: Nest is ESM and must be evaluated before the packages that require() it.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
