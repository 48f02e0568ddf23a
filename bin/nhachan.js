#!/usr/bin/env node
import '../dist/src/nhachan.js';
